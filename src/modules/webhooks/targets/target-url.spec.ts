import { whyRefused } from './target-url.js';

const refused = (url: string) => whyRefused(url, { allowPrivate: false });

describe('URLs that nothing is sent to', () => {
  it.each([
    ['of another kind', 'ftp://example.org/'],
    ['of a file', 'file:///etc/passwd'],
    ['of no kind', 'example.org/hook'],
    ['of data', 'data:text/plain,hello'],
    ['in the clear', 'http://example.org/hook'],
    ['with a password', 'https://ada:secret@example.org/'],
    ['with a user', 'https://127.0.0.1@example.org/'],
    ['with a fragment', 'https://example.org/#part'],
    ['of the machine by name', 'https://localhost/'],
    ['of the machine by name, in capitals', 'https://LOCALHOST/'],
    ['of the machine by full name', 'https://localhost./'],
    ['of the machine by a longer name', 'https://waybill.localhost/'],
    ['of the machine', 'https://127.0.0.1/'],
    ['with a port', 'https://127.0.0.1:8443/'],
    ['in few parts', 'https://127.1/'],
    ['in decimal', 'https://2130706433/'],
    ['in octal', 'https://0177.0.0.1/'],
    ['in octal, in one part', 'https://017700000001/'],
    ['in hexadecimal', 'https://0x7f.0.0.1/'],
    ['in hexadecimal, in one part', 'https://0x7f000001/'],
    ['in a mixture', 'https://0x7f.0.1/'],
    ['with a last dot', 'https://127.0.0.1./'],
    ['in full-width digits', 'https://１２７.０.０.１/'],
    ['in circled digits', 'https://①②⑦.0.0.1/'],
    ['with an ideographic full stop', 'https://127。0。0。1/'],
    ['percent-encoded', 'https://%31%32%37.0.0.1/'],
    ['of nothing', 'https://0/'],
    ['of IPv6', 'https://[::1]/'],
    ['of IPv6 at full length', 'https://[0:0:0:0:0:0:0:1]/'],
    ['of IPv6 with IPv4 in it', 'https://[::ffff:127.0.0.1]/'],
    ['of IPv6 with IPv4 in it, in hexadecimal', 'https://[::ffff:7f00:1]/'],
    ['of NAT64', 'https://[64:ff9b::7f00:1]/'],
    ['of a cloud’s secrets', 'https://169.254.169.254/latest/meta-data/'],
    ['of a cloud’s secrets, in decimal', 'https://2852039166/'],
    ['of a private network', 'https://10.1.2.3/'],
    ['of a private network, in octal', 'https://0300.0250.1.1/'],
    ['with tabs in it', 'https://127.0.\t0.1/'],
    ['with backslashes', 'https:\\\\127.0.0.1\\'],
  ])('%s: %s', (_, url) => {
    expect(refused(url)).toEqual(expect.any(String));
  });

  it.each([
    'https://example.org/hook?a=b',
    'https://example.org:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('are none of the internet’s: %s', (url) => {
    expect(refused(url)).toBeUndefined();
  });

  it('may lead anywhere, by http too, where that is allowed for development', () => {
    for (const url of ['http://127.0.0.1:3000/', 'http://localhost/'])
      expect(whyRefused(url, { allowPrivate: true })).toBeUndefined();
    expect(whyRefused('ftp://127.0.0.1/', { allowPrivate: true })).toBe('must be an https URL');
  });
});
