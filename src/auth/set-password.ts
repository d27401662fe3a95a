import type { EntityManager } from '@mikro-orm/postgresql';
import { PasswordReset, Session } from './session.entity.js';
import { User } from './user.entity.js';

interface NewPassword {
  userId: string;
  passwordHash: string;
  /** Only change the password if this hash is still the stored one. */
  previousHash?: string;
  /** The one session to keep. */
  keepSessionId?: string;
}

/**
 * Stores a password's hash, ends the person's sessions and voids all pending resets, in the transaction of
 * `em`, which must run in the system scope. Returns false, changing nothing, when the password was changed
 * concurrently.
 */
export async function setPassword(em: EntityManager, change: NewPassword): Promise<boolean> {
  const { userId, passwordHash, previousHash, keepSessionId } = change;
  const now = new Date();
  const changed = await em.nativeUpdate(
    User,
    { id: userId, ...(previousHash && { passwordHash: previousHash }) },
    { passwordHash, passwordChangedAt: now },
  );
  if (changed === 0) return false;
  await em.nativeUpdate(PasswordReset, { userId, usedAt: null }, { usedAt: now });
  const others = keepSessionId ? { id: { $ne: keepSessionId } } : {};
  await em.nativeUpdate(Session, { userId, endedAt: null, ...others }, { endedAt: now });
  return true;
}
