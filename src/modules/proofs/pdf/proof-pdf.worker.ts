import { servePdfs } from '../../../pdf/pdf-tasks.js';
import { makeProofPdf } from './proof-pdf.js';

servePdfs(makeProofPdf);
