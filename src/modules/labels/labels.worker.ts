import { servePdfs } from '../../pdf/pdf-tasks.js';
import { drawLabels } from './label-drawing.js';

servePdfs(drawLabels);
