/** One call as the document describes it. */
export interface CallSpec {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH';
  /** The path, with `{name}` for each of its parameters. */
  readonly url: string;
  readonly path?: Record<string, unknown> | undefined;
  readonly query?: object | undefined;
  readonly headers?: Record<string, string | undefined> | undefined;
  readonly body?: unknown;
  readonly formData?: object | undefined;
  /** Media types of a success: JSON unless said, empty where nothing is answered. */
  readonly accept?: string | undefined;
}

/** A body that can be sent again for each try. */
export interface SentBody {
  /** Its content type, where the runtime does not set it. */
  type?: string | undefined;
  init(): { body: NonNullable<RequestInit['body']>; duplex?: 'half' };
  /** Told when a try was answered: then all of it has arrived. */
  answered?(): void;
}
