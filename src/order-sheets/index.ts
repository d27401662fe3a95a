export { detectSheet, type DetectedSheet, type SheetQuestion } from './detection/detect-sheet.js';
export { normalizeHeader } from './detection/header-similarity.js';
export { overlaid } from './overlaid.js';
export { DayOrderFinder } from './shaping/day-order.js';
export { type OrderRow, type OrderRows, type RowProblem } from './shaping/order-group.js';
export { OrderGroups } from './shaping/order-groups.js';
export { findProfile, profileOf } from './profiles/find-profile.js';
export { PROFILES } from './profiles/known-profiles.js';
export { type OrderProfile } from './profiles/order-profile.js';
export { exportHeader, type ExportFact } from './export-headers.js';
export { reasonHeader } from './reason-header.js';
export { RowShaper } from './shaping/row-shaper.js';
export {
  dayOrders,
  fieldOf,
  splitKinds,
  type ColumnTarget,
  type DayOrder,
  type SheetColumn,
  type SheetMapping,
  type SplitKind,
} from './sheet-columns.js';
