import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { distanceMetres } from '../../src/routing/geo.js';

type Place = readonly [longitude: number, latitude: number];

/** A server that speaks OSRM's protocol. Its streets are straight, so that answers can be foretold. */
export interface OsrmServer {
  url: string;
  /** Paths of the requests so far. */
  asked: string[];
  /** How many pairs a table may have; OSRM calls this `--max-table-size`, squared. */
  mostPairs: number;
  /** What it does instead of answering. */
  mood: 'well' | 'silent' | 'broken' | 'garbled';
  /** Seconds for a metre. */
  secondsAMetre: number;
  close(): Promise<void>;
}

export async function startOsrm(): Promise<OsrmServer> {
  const server = createServer((request, response) => {
    osrm.asked.push(request.url!);
    if (osrm.mood === 'silent') return;
    if (osrm.mood === 'broken') return void response.writeHead(500).end('Internal Error');
    if (osrm.mood === 'garbled')
      return answer(response, 200, { code: 'Ok', routes: 'none', durations: [[1]] });
    const url = new URL(request.url!, 'http://osrm');
    const [, prefix, service, version, profile, coordinates = ''] = url.pathname.split('/');
    if (prefix !== 'maps' || version !== 'v1' || profile !== 'driving')
      return answer(response, 400, { code: 'InvalidUrl' });
    const places = coordinates.split(';').map((pair): Place => {
      const [longitude, latitude] = pair.split(',').map(Number) as [number, number];
      return [longitude, latitude];
    });
    if (service === 'table') return answer(response, ...tableOf(osrm, places, url.searchParams));
    return answer(response, ...routeOf(osrm, places, url.searchParams));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const osrm: OsrmServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/maps`,
    asked: [],
    mostPairs: 10_000,
    mood: 'well',
    secondsAMetre: 0.1,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return osrm;
}

function tableOf(osrm: OsrmServer, places: Place[], query: URLSearchParams): [number, object] {
  const chosen = (name: string) => query.get(name)?.split(';').map(Number) ?? places.map((_, index) => index);
  const [sources, destinations] = [chosen('sources'), chosen('destinations')];
  if (sources.length * destinations.length > osrm.mostPairs) return [400, { code: 'TooBig' }];
  const durations = sources.map((from) =>
    destinations.map((to) => metres(places[from]!, places[to]!) * osrm.secondsAMetre),
  );
  return [200, { code: 'Ok', durations }];
}

function routeOf(osrm: OsrmServer, places: Place[], query: URLSearchParams): [number, object] {
  if (query.get('geometries') !== 'geojson') return [400, { code: 'InvalidOptions' }];
  if (places.length ** 2 > osrm.mostPairs) return [400, { code: 'TooBig' }];
  const legs = places.slice(1).map((place, index) => {
    const distance = metres(places[index]!, place);
    return { distance, duration: distance * osrm.secondsAMetre, steps: [], summary: '' };
  });
  const geometry = { type: 'LineString', coordinates: places };
  return [200, { code: 'Ok', routes: [{ legs, geometry }], waypoints: [] }];
}

function metres([fromLongitude, fromLatitude]: Place, [longitude, latitude]: Place): number {
  return distanceMetres({ latitude: fromLatitude, longitude: fromLongitude }, { latitude, longitude })!;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
