import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export interface DnsServer {
  /** As `setServers` takes it. */
  address: string;
  /** For each name the IPv4 addresses of one answer after another; the last is repeated. */
  answers: Map<string, string[][]>;
  /** The names that were asked for. */
  asked: string[];
  close(): Promise<void>;
}

/** A DNS server that answers as it is told, another each time if it must. */
export async function dnsServer(): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const [answers, asked] = [new Map<string, string[][]>(), [] as string[]];
  socket.on('message', (query, { port, address }) => {
    const name = nameIn(query);
    asked.push(name);
    const given = answers.get(name) ?? [[]];
    const addresses = given.length > 1 ? given.shift()! : given[0]!;
    socket.send(answerTo(query, addresses), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    answers,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

const headerBytes = 12;

function nameIn(query: Buffer): string {
  const labels: string[] = [];
  for (let at = headerBytes; query[at]! > 0; at += query[at]! + 1)
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]!));
  return labels.join('.').toLowerCase();
}

/** The question again, then one A record for each address, valid for no time at all. */
function answerTo(query: Buffer, addresses: string[]): Buffer {
  const end = query.indexOf(0, headerBytes) + 5;
  const header = Buffer.from(query.subarray(0, headerBytes));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(addresses.length, 6);
  header.writeUInt32BE(0, 8);
  const records = addresses.map((address) =>
    Buffer.from([0xc0, headerBytes, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
  );
  return Buffer.concat([header, query.subarray(headerBytes, end), ...records]);
}
