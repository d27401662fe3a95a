import { type Parsed, Refusal } from '../problems.js';
import { tidyLine } from '../../common/schemas/tidy-text.js';

export const ACTIVITIES = ['delivery', 'pickup'] as const;

/** What happens at the stop: a delivery or a pickup. */
type Activity = (typeof ACTIVITIES)[number];

export const ACTIVITY_MEANINGS: Record<Activity, string> = {
  delivery: 'The driver brings the packages.',
  pickup: 'The driver collects the packages.',
};

const WORDS = new Map<string, Activity>();
const say = (activity: Activity, words: string) => {
  for (const word of words.split(' ')) WORDS.set(word, activity);
};
say(
  'delivery',
  'delivery deliver delivered deliveries del d dropoff drop dropping livraison lieferung zustellung',
);
say('delivery', 'entrega consegna bezorging levering leverans');
say('pickup', 'pickup pick pickups pu p collection collect collected collecting col');
say(
  'pickup',
  'collecte enlevement ramassage abholung recogida recolección retiro coleta ritiro ophalen upphämtning',
);

/** Reads a stop type in words: `Delivery`, `D`, `drop-off`, `pick up`, `Collection`, … */
export function parseActivity(text: string): Parsed<Activity | null> {
  const known = WORDS.get(text);
  if (known) return known;
  const tidy = tidyLine(text);
  if (tidy === '') return null;
  const word = tidy
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s_./-]+/g, '');
  return (
    WORDS.get(word) ??
    new Refusal(
      'choice_invalid',
      'is not a type of stop. Write delivery or pickup, or leave it empty for delivery.',
    )
  );
}
