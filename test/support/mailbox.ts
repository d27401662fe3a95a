import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { eventually } from './eventually.js';

export interface Mailbox {
  /** For `SMTP_URL`. */
  url: string;
  /** Makes the server refuse the first mail of everybody at this domain, once it has read it. */
  refuseFirstAt(domain: string): void;
  /** Waits for the n-th mail to this address; refused ones count. */
  mailTo(address: string, n?: number): Promise<Email>;
  /** How many mails to this address have come so far; refused ones count. */
  countTo(address: string): number;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent. */
export async function startMailbox(): Promise<Mailbox> {
  const received: Email[] = [];
  const busy = new Set<string>();
  const sentTo = (address: string) => received.filter(({ to }) => to?.some((one) => one.address === address));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((email) => {
          received.push(email);
          const address = session.envelope.rcptTo[0]!.address;
          const refuse = busy.has(address.split('@')[1]!) && sentTo(address).length === 1;
          const refusal = Object.assign(new Error(`Mailbox of ${address} is busy`), { responseCode: 451 });
          done(refuse ? refusal : null);
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    refuseFirstAt: (domain) => void busy.add(domain),
    mailTo: (address, n = 1) => eventually(() => sentTo(address)[n - 1]),
    countTo: (address) => sentTo(address).length,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The mail that a server without SMTP keeps in its folder for this address. */
export function mailInFolder(dataDir: string, to: string): Promise<Email & { source: string }> {
  return eventually(async () => {
    const folder = join(dataDir, 'mail');
    const files = await readdir(folder).catch(() => []);
    for (const file of files.filter((name) => name.endsWith('.eml'))) {
      const source = await readFile(join(folder, file), 'utf8');
      const email = await PostalMime.parse(source);
      if (email.to?.some(({ address }) => address === to)) return { ...email, source };
    }
    return undefined;
  });
}
