import { z } from 'zod';
import { pageOf, timestamp } from '../../common/schemas/schemas.js';
import { columnUse, toTarget } from './import-columns.js';
import { headerName } from './import-upload.dto.js';
import type { TaughtHeader } from './order-import.entity.js';

const taughtHeaderDto = z
  .object({
    header: z.string().meta({
      description: 'The header as the file had it; any spelling of it is taken the same way.',
      example: 'Wohin',
    }),
    field: columnUse.field,
    split: columnUse.split,
    join: columnUse.join,
    format: columnUse.format,
    taughtAt: timestamp.describe('When somebody said so last.'),
  })
  .meta({
    id: 'TaughtHeader',
    description:
      'What columns with this header are taken for. Where neither a field nor a split is named, they are left out.',
  });
export type TaughtHeaderDto = z.output<typeof taughtHeaderDto>;

export const taughtHeaderPage = pageOf(taughtHeaderDto, 'TaughtHeaderPage', 'taught headers');

export const forgetQuery = z.strictObject({
  header: headerName.optional().describe('The header to forget, in any spelling. Left out: all of them.'),
});
export type ForgetQuery = z.output<typeof forgetQuery>;

export function toTaughtHeader({ header, target, taughtAt }: TaughtHeader): TaughtHeaderDto {
  const use = toTarget(target);
  return { header, field: use.field, split: use.split, join: use.join, format: use.format, taughtAt };
}
