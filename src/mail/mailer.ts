import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import { v7 as uuidv7 } from 'uuid';
import { OpenedOnce } from '../common/opened-once.js';
import { CONFIG, type Config } from '../config.js';
import { SystemSql } from '../database/tenancy/system-sql.js';
import { traced } from '../tracing/tracing.js';

interface Mail {
  /** The organization whose mail it is; null for one about a person’s own account, which no organization asks for. */
  onBehalfOf: string | null;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for every attempt at one mail, so that receivers drop repetitions. */
  messageId: string;
}

type Letter = Omit<Mail, 'onBehalfOf'>;

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

/** Keeps a mail of a sandbox, and answers whether the organization is one; nothing where there is no such organization. */
const keepInSandboxSql = `
  with organization as (select id, test_mode from organizations where id = $2),
  kept as (
    insert into sandbox_mails (id, organization_id, message_id, recipient, subject, text, html, created_at)
    select $1::uuid, id, $3, $4, $5, $6, $7, now() from organization where test_mode
    on conflict (organization_id, message_id) do nothing)
  select test_mode as "isSandbox" from organization`;

/** Sends mail by SMTP; without `SMTP_URL`, writes each as a file under `DATA_DIR/mail`. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport = new OpenedOnce(() => this.open());

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sql: SystemSql,
  ) {}

  /** Mails of a sandbox never leave: they are kept for those who run it. */
  async send({ onBehalfOf, ...mail }: Mail): Promise<void> {
    if (onBehalfOf !== null && (await this.isKeptInSandbox(onBehalfOf, mail))) return;
    await traced('mail', { kind: 'client' }, () => this.deliver(mail));
  }

  /** @throws Error when it cannot be told, so that nothing is sent */
  private async isKeptInSandbox(organizationId: string, mail: Letter): Promise<boolean> {
    const [known] = await this.sql.query<{ isSandbox: boolean }>('mail_in_sandbox', keepInSandboxSql, [
      uuidv7(),
      organizationId,
      mail.messageId,
      mail.to,
      mail.subject,
      mail.text,
      mail.html,
    ]);
    if (!known) throw new Error('The organization of a mail is not there');
    return known.isSandbox;
  }

  private async deliver({ messageId, ...mail }: Letter): Promise<void> {
    const host = this.config.MAIL_FROM.match(/@([^>\s]+)/)?.[1] ?? 'waybill.localhost';
    const parts = this.config.SMTP_URL ? mail : { ...mail, text: plainPart(mail.text) };
    const transport = await this.transport.get();
    const sent = (await transport
      .sendMail({ ...parts, messageId: `<${messageId}@${host}>` })
      .catch((error: unknown) => {
        throw new MailError(error);
      })) as { message?: Buffer };
    if (!this.config.SMTP_URL && sent.message) await this.keep(messageId, sent.message);
  }

  /** Loads what sends with the first mail: a server starts sooner without. */
  private async open(): Promise<Transporter> {
    const { SMTP_URL, MAIL_FROM: from } = this.config;
    const { createTransport } = await import('nodemailer');
    return SMTP_URL
      ? createTransport(SMTP_URL, { from })
      : createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from });
  }

  private async keep(messageId: string, message: Buffer): Promise<void> {
    const folder = join(this.config.DATA_DIR, 'mail');
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${messageId}.eml`);
    await writeFile(`${file}.part`, message);
    await rename(`${file}.part`, file);
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.transport.ifOpened())?.close();
  }
}
