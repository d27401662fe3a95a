import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.js';
import { traced } from '../tracing/tracing.js';

interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for every attempt at one mail, so that receivers drop repetitions. */
  messageId: string;
}

/** A mail could not be sent. Contains only the kind of failure, since servers quote addresses in their answers. */
class MailError extends Error {
  readonly failure = 'mail_not_taken';
  readonly code?: string;

  constructor(reason: unknown) {
    const { code, responseCode } = reason as { code?: string; responseCode?: number };
    super(`The mail server did not take the mail: ${[code, responseCode].filter(Boolean).join(' ')}`);
    this.name = 'MailError';
    this.code = code;
  }
}

/** Text without transfer encoding, so that a person who opens the file can read it and copy its link. */
function plainPart(text: string) {
  return { raw: `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}` };
}

/** Sends mail by SMTP; without `SMTP_URL`, writes each as a file under `DATA_DIR/mail`. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = config.SMTP_URL
      ? createTransport(config.SMTP_URL, { from: config.MAIL_FROM })
      : createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from: config.MAIL_FROM });
  }

  async send(mail: Mail): Promise<void> {
    await traced('mail', { kind: 'client' }, () => this.deliver(mail));
  }

  private async deliver({ messageId, ...mail }: Mail): Promise<void> {
    const host = this.config.MAIL_FROM.match(/@([^>\s]+)/)?.[1] ?? 'waybill.localhost';
    const parts = this.config.SMTP_URL ? mail : { ...mail, text: plainPart(mail.text) };
    const sent = (await this.transport
      .sendMail({ ...parts, messageId: `<${messageId}@${host}>` })
      .catch((error: unknown) => {
        throw new MailError(error);
      })) as { message?: Buffer };
    if (!this.config.SMTP_URL && sent.message) await this.keep(messageId, sent.message);
  }

  private async keep(messageId: string, message: Buffer): Promise<void> {
    const folder = join(this.config.DATA_DIR, 'mail');
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${messageId}.eml`);
    await writeFile(`${file}.part`, message);
    await rename(`${file}.part`, file);
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
