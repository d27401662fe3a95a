import type { EntityManager } from '@mikro-orm/postgresql';
import { PasswordReset, Session } from './session.entity.js';
import { User } from './user.entity.js';

interface NewPassword {
  userId: string;
  passwordHash: string;
  /** The hash that has to be the stored one still. */
  previousHash?: string;
  /** Of somebody who claimed their e-mail. */
  claimHint?: Buffer;
  /** The one session that goes on. */
  keepSessionId?: string;
}

/**
 * Stores a password's hash, ends the person's sessions and voids every reset under way, in the transaction of `em`,
 * which sees every table. Answers false, and does nothing, when somebody else changed the password meanwhile.
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
