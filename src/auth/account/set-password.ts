import type { EntityManager } from '@mikro-orm/postgresql';
import { Session } from '../sessions/session.entity.js';
import { PasswordReset } from './password-reset.entity.js';
import { User } from '../identity/user.entity.js';

interface NewPassword {
  userId: string;
  passwordHash: string;
  /** Only change the password if this hash is still the stored one. */
  previousHash?: string;
  /** Of the new password, for somebody who claimed their e-mail. */
  claimHint?: Buffer;
  /** The one session to keep. */
  keepSessionId?: string;
}

/**
 * Stores a password's hash, ends the person's sessions and voids all pending resets, in the transaction of
 * `em`, which must run in the system scope. Returns false, changing nothing, when the password was changed
 * concurrently.
 */
export async function setPassword(em: EntityManager, change: NewPassword): Promise<boolean> {
  const { userId, passwordHash, previousHash, claimHint, keepSessionId } = change;
  const now = new Date();
  const changed = await em.nativeUpdate(
    User,
    { id: userId, ...(previousHash && { passwordHash: previousHash }) },
    { passwordHash, passwordChangedAt: now, claimHint },
  );
  if (changed === 0) return false;
  await em.nativeUpdate(PasswordReset, { userId, usedAt: null }, { usedAt: now });
  const others = keepSessionId ? { id: { $ne: keepSessionId } } : {};
  await em.nativeUpdate(Session, { userId, endedAt: null, ...others }, { endedAt: now });
  return true;
}
