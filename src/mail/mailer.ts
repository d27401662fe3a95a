import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for every attempt at one mail, so that receivers drop repetitions. */
  messageId: string;
}

/** Sends mail by SMTP; without `SMTP_URL`, writes each as a file under `DATA_DIR/mail`. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = config.SMTP_URL
      ? createTransport(config.SMTP_URL, { from: config.MAIL_FROM })
      : createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from: config.MAIL_FROM });
  }

  async send({ messageId, ...mail }: Mail): Promise<void> {
    const host = this.config.MAIL_FROM.match(/@([^>\s]+)/)?.[1] ?? 'waybill.localhost';
    const sent = (await this.transport.sendMail({ ...mail, messageId: `<${messageId}@${host}>` })) as {
      message?: Buffer;
    };
    if (!this.config.SMTP_URL && sent.message) await this.keep(messageId, sent.message);
  }

  private async keep(messageId: string, message: Buffer): Promise<void> {
    const folder = join(this.config.DATA_DIR, 'mail');
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${messageId}.eml`);
    await writeFile(`${file}.part`, message);
    await rename(`${file}.part`, file);
  }

  onModuleDestroy(): void {
    this.transport.close();
  }
}
