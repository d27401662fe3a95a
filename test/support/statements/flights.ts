import pg from 'pg';
import type { Flight, FlightStatement } from '../../../src/database/connections/flight.js';

const isSetting = ({ text }: FlightStatement) => /^select (num_nulls\()?set_config\(/.test(text);

/** What a flight sets, without parameters, and what it does then. Behind a pooler the connection's settings come first. */
export function partsOf({ statements }: Flight): { opening: string[]; work: FlightStatement[] } {
  return {
    opening: statements.filter(isSetting).map(literally),
    work: statements.filter((statement) => !isSetting(statement)),
  };
}

function literally({ text, values }: FlightStatement): string {
  return text.replace(/\$(\d+)/g, (_, place: string) => pg.escapeLiteral(String(values[Number(place) - 1])));
}
