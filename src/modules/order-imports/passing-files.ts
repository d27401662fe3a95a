import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Gate, GatePass } from '../../common/limits/gate.js';
import { problem } from '../../common/problems/problems.js';
import { validationProblem } from '../../common/schemas/schema.pipe.js';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { callerScope, tenantOf } from '../../database/tenancy/caller-scope.js';
import { FileStore } from '../../files/file-store.js';
import type { Upload } from '../../files/multipart-upload.js';
import { askedLayout, type LayoutOptions } from './import-upload.dto.js';
import { givenFields, OrderImportsService } from './order-imports.service.js';
import type { ReadPlan } from './reading/read-plan.js';
import { ImportPlans } from './running/import-plans.js';

/** A file that was received, and how to read it. */
export interface PassingFile<Options> {
  name: string;
  options: Options;
  plan: ReadPlan;
}

interface Passing<Options> {
  gate: Gate;
  /** Of the form's text fields. */
  options: z.ZodType<Options>;
  signal: AbortSignal;
}

/** Uploads that are read once, for their answer, and not kept. */
@Injectable()
export class PassingFiles {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    private readonly imports: OrderImportsService,
    private readonly plans: ImportPlans,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Receives the file and has it read when it is its turn.
   * @throws Problem `order_upload_not_allowed`, `too_large`, `too_many_at_once`, `validation_failed`
   */
  async pass<Options extends LayoutOptions, T>(
    upload: Upload,
    passing: Passing<Options>,
    read: (file: PassingFile<Options>) => Promise<T>,
  ): Promise<T> {
    await this.imports.assertMayUpload();
    const pass = passing.gate.enter(tenantOf(callerScope()));
    try {
      return await this.receive(upload, passing, pass, read);
    } finally {
      pass.leave();
    }
  }

  private async receive<Options extends LayoutOptions, T>(
    upload: Upload,
    { options: schema, signal }: Passing<Options>,
    pass: GatePass,
    read: (file: PassingFile<Options>) => Promise<T>,
  ): Promise<T> {
    const key = `previews/${uuidv7()}`;
    const { file, fields } = await upload.receive(this.files, key, {
      maxBytes: this.config.IMPORT_MAX_BYTES,
    });
    try {
      const parsed = schema.safeParse(givenFields(fields));
      if (!parsed.success) throw validationProblem(parsed.error.issues);
      const options = parsed.data;
      await pass.turn(signal);
      const tenant = await this.db.transaction((em) => this.plans.tenantPlan(em, callerScope()));
      const local = await this.files.local(key);
      try {
        const said = { mapping: options.mapping ?? {}, asked: askedLayout(options) };
        const source = { path: local.path, fileName: file.name, ...said };
        const plan: ReadPlan = { ...tenant, ...source, duplicates: 'reject', resumeAfter: 0 };
        return await read({ name: file.name, options, plan });
      } finally {
        await local.release();
      }
    } finally {
      await this.files.delete(key);
    }
  }
}

export function unreadable({ code, detail }: { code: string; detail: string }) {
  return problem('spreadsheet_unreadable', detail, [{ pointer: '/file', code, detail }]);
}
