import { Injectable, StreamableFile, type OnApplicationShutdown } from '@nestjs/common';
import { Gate } from '../../common/limits/gate.js';
import { invalidField, notFound, problem } from '../../common/problems/problems.js';
import { callerScope, tenantOf } from '../../database/tenancy/caller-scope.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import { PdfThread } from '../../pdf/pdf-thread.js';
import { allPackages, labelCount, labelsOf, type LabelPlan, type Packages } from './label-plan.js';
import { mostLabels, type LabelSize } from './labels.dto.js';
import { selectLabels, type LabelRow, type LabelSelection } from './labels.queries.js';

/** Makes the labels of orders and stops, one for each package. */
@Injectable()
export class LabelsService implements OnApplicationShutdown {
  private readonly gate = new Gate('labels', { atOnce: 4, waiting: 100, perTenant: 10 });
  private readonly thread = new PdfThread<LabelPlan>(new URL('./labels.worker.js', import.meta.url));

  constructor(private readonly reads: TenantReads) {}

  /**
   * A PDF of the labels of what the caller may see.
   * @throws Problem `not_found` when one of the ids is not there, or the import made none; `too_many_labels`;
   * `validation_failed` when there are no such packages; `too_many_at_once`
   */
  async labelsOf(
    selection: LabelSelection,
    size: LabelSize,
    signal: AbortSignal,
    wanted: Packages = allPackages,
  ): Promise<StreamableFile> {
    const rows = await this.reads.rows<LabelRow>((statement, scope) =>
      selectLabels(statement, scope, selection, mostLabels + 1),
    );
    const isWhole = 'ids' in selection ? rows.length === new Set(selection.ids).size : rows.length > 0;
    if (!isWhole) throw notFound();
    const count = rows.reduce((sum, row) => sum + labelCount(row, wanted), 0);
    if (count > mostLabels) throw tooMany(count, rows.length);
    if (count === 0)
      throw invalidField('query/from', 'too_big', 'must be the number of a package of this order');
    const labels = rows.flatMap((row) => labelsOf(row, wanted));
    const pdf = await this.gate.inTurn(tenantOf(callerScope()), signal, () =>
      this.thread.make({ labels, size }, signal),
    );
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      length: pdf.length,
      disposition: 'inline; filename="labels.pdf"',
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.end();
  }
}

function tooMany(labels: number, orders: number) {
  return problem(
    'too_many_labels',
    `These would be ${labels} labels or more, and one file holds ${mostLabels}. ` +
      (orders === 1
        ? 'Ask for the label of this one order in parts, with `from` and `to`.'
        : 'Ask for fewer orders at once.'),
  );
}
