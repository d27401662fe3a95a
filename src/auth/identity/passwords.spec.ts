import { newPassword } from './passwords.js';

describe('a new password', () => {
  it.each([
    'plum tractor sings at noon',
    'Пароль из четырёх слов',
    // Ends of rows of keys are letters like any others.
    'mzp9-mpz9-zm-qx',
    'password of a zebra in may',
  ])('may be %s', (password) => {
    expect(newPassword.safeParse(password).error).toBeUndefined();
  });

  it.each([
    'passwordpasswordpassword',
    'correct horse battery staple',
    '123456789012345',
    'abcdefghijklmnop',
    'Password-Qwerty-1',
    'aaaaaaaaaaaaaaaab',
    'abcabcabcabcabc12',
    'waybill-waybill-1',
  ])('may not be %s', (password) => {
    expect(newPassword.safeParse(password).error?.issues[0]?.message).toContain('too easy');
  });
});
