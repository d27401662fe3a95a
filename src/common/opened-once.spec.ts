import { OpenedOnce } from './opened-once.js';

describe('what is opened with its first use', () => {
  it('is opened once, however many use it', async () => {
    let times = 0;
    const opened = new OpenedOnce(() => Promise.resolve((times += 1)));
    expect(await opened.ifOpened()).toBeUndefined();
    expect(await Promise.all([opened.get(), opened.get()])).toEqual([1, 1]);
    expect(await opened.ifOpened()).toBe(1);
  });

  it('is tried again where it could not be opened', async () => {
    const outcomes = [() => Promise.reject(new Error('not there')), () => Promise.resolve('here')];
    const opened = new OpenedOnce(() => outcomes.shift()!());
    const failing = opened.get();
    expect(await opened.ifOpened()).toBeUndefined();
    await expect(failing).rejects.toThrow('not there');
    expect(await opened.get()).toBe('here');
  });
});
