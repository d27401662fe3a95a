import { mostLabels } from './labels.dto.js';

const content =
  'One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128 that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes smaller, then is cut.';
const limit = `One file holds ${mostLabels} labels; more answer \`too_many_labels\`.`;

export const labelDescriptions = {
  one: `${content} ${limit} Print more packages in parts, or one label again, with \`from\` and \`to\`.`,
  several: `${content} Takes up to 1000 \`ids\`, of which every one has to be there, or all that one import made. ${limit}`,
};
