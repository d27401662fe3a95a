import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export interface DnsServer {
  /** As `setServers` takes it. */
  address: string;
  /** For each name the IPv4 addresses of one answer after another; the last is repeated. */
  answers: Map<string, string[][]>;
  /** For each name its IPv6 addresses, written in full. */
  answers6: Map<string, string[]>;
  /** Names that are never answered for. */
  silent: Set<string>;
  /** The names whose IPv4 addresses were asked for. */
  asked: string[];
  close(): Promise<void>;
}

/** A DNS server that answers as it is told, another each time if it must. */
export async function dnsServer(): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const [answers, asked] = [new Map<string, string[][]>(), [] as string[]];
  const [answers6, silent] = [new Map<string, string[]>(), new Set<string>()];
  socket.on('message', (query, { port, address }) => {
    const name = nameIn(query);
    const isForIpv6 = typeIn(query) === types.AAAA;
    if (!isForIpv6) asked.push(name);
    if (silent.has(name)) return;
    if (isForIpv6) return socket.send(answerTo(query, answers6.get(name) ?? []), port, address);
    const given = answers.get(name) ?? [[]];
    const addresses = given.length > 1 ? given.shift()! : given[0]!;
    socket.send(answerTo(query, addresses), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    answers,
    answers6,
    silent,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

const headerBytes = 12;
const types = { A: 1, AAAA: 28 };

function nameIn(query: Buffer): string {
  const labels: string[] = [];
  for (let at = headerBytes; query[at]! > 0; at += query[at]! + 1)
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]!));
  return labels.join('.').toLowerCase();
}

const endOf = (query: Buffer) => query.indexOf(0, headerBytes) + 5;
const typeIn = (query: Buffer) => query.readUInt16BE(endOf(query) - 4);

const bytesOf = (address: string) =>
  address.includes(':')
    ? address.split(':').flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 0xff])
    : address.split('.').map(Number);

/** The question again, then one record for each address, valid for no time at all. */
function answerTo(query: Buffer, addresses: string[]): Buffer {
  const end = endOf(query);
  const header = Buffer.from(query.subarray(0, headerBytes));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(addresses.length, 6);
  header.writeUInt32BE(0, 8);
  const records = addresses
    .map(bytesOf)
    .map((bytes) =>
      Buffer.from([0xc0, headerBytes, 0, typeIn(query), 0, 1, 0, 0, 0, 0, 0, bytes.length, ...bytes]),
    );
  return Buffer.concat([header, query.subarray(headerBytes, end), ...records]);
}
