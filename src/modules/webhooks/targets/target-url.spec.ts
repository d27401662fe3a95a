import { whyRefused } from './target-url.js';

const secure = 'must begin with https://; http is for development, with WEBHOOK_ALLOW_PRIVATE';
const slashes = 'must have exactly two slashes after https:';
const noHost = 'names no host; write one after the slashes, such as https://example.org/hook';
const user = 'may hold no user name or password, nor an @ before the host; the signature proves who sends';
const fragment = 'may have no # and nothing after it, for that is never sent';
const port = 'must have a port from 1 to 65535, or none';
const pattern = 'must name one host; a pattern with * is none';
const host = 'has a host that cannot be; it is a name such as hooks.example.org, or an IP address';
const backslash = 'may hold no backslash; write / or %5C';
const space = 'may hold no space; write %20 for one that belongs in it';
const hidden = 'holds a tab, a line break or another character that nobody sees; remove it';
const ownName = 'must lead to the internet; names that end in localhost lead to the machine itself';
const privateName =
  'must lead to the internet; names that end in .local, .internal or .home.arpa are those of private networks';
const singleName =
  'must name its host in full, such as hooks.example.org; one without a dot is of a private network';
const privateAddress = 'must lead to an address of the internet, not of a private network';

/** Each fault by what is said of it, and the URLs that have it. */
const table: Record<string, [string, string][]> = {
  [secure]: [
    ['of another kind', 'ftp://example.org/'],
    ['of a file', 'file:///etc/passwd'],
    ['of no kind', 'example.org/hook'],
    ['of no kind, with a port', 'example.org:8443/hook'],
    ['of data', 'data:text/plain,hello'],
    ['in the clear', 'http://example.org/hook'],
    ['in the clear, without slashes', 'http:example.org'],
    ['of nobody said whom', '//example.org/'],
    ['empty', ''],
  ],
  [slashes]: [
    ['without slashes', 'https:example.org'],
    ['with one slash', 'https:/example.org'],
    ['with three slashes', 'https:///example.org/'],
    ['with nothing but the beginning', 'https:'],
  ],
  [noHost]: [
    ['without a host', 'https://'],
    ['without a host, with a query', 'https://?a=b'],
    ['without a host, with a port', 'https://:8443/'],
  ],
  [user]: [
    ['with a password', 'https://ada:secret@example.org/'],
    ['with a user', 'https://127.0.0.1@example.org/'],
    ['with a user of no name', 'https://@example.org/'],
    ['with a user and a password, both empty', 'https://:@example.org/'],
  ],
  [fragment]: [
    ['with a fragment', 'https://example.org/#part'],
    ['with an empty fragment', 'https://example.org/#'],
    ['with a fragment after the host', 'https://example.org#'],
  ],
  [port]: [
    ['with port 0', 'https://example.org:0/'],
    ['with a port past the last', 'https://example.org:65536/'],
    ['with a port of no digits', 'https://example.org:https/'],
    ['with a colon and no port', 'https://example.org:/'],
    ['with port 0 at an address', 'https://[2606:4700::1111]:0/'],
  ],
  [pattern]: [
    ['of many names', 'https://*.example.org/'],
    ['of all names', 'https://*/'],
  ],
  [host]: [
    ['of a dot', 'https://./'],
    ['of two dots', 'https://../'],
    ['of a hyphen', 'https://-/'],
    ['of a name with a part that is empty', 'https://hooks..example.org/'],
    ['of a name that begins with a dot', 'https://.example.org/'],
    ['of a name that ends in two dots', 'https://example.org../'],
    ['of a name with a hyphen before a dot', 'https://hooks-.example.org/'],
    ['of a name with a part too long', `https://${'a'.repeat(64)}.example.org/`],
    ['of a name too long', `https://${'a.'.repeat(126)}org/`],
    ['of a name with other characters', 'https://hooks,example.org/'],
    ['of a placeholder', 'https://{host}/hook'],
    ['of five numbers', 'https://1.2.3.4.5/'],
    ['of half an address', 'https://[2606:4700::1111/'],
    ['of an address with an interface', 'https://[fe80::1%25eth0]/'],
  ],
  [backslash]: [
    ['with backslashes', 'https:\\\\127.0.0.1\\'],
    ['with a backslash in its path', 'https://example.org/a\\b'],
    ['with a backslash before another host', 'https://example.org\\@127.0.0.1/'],
  ],
  [space]: [
    ['with a space in its path', 'https://example.org/my hook'],
    ['with a space in its host', 'https://exam ple.org/'],
    ['with a wide space', 'https://example.org/my\u3000hook'],
  ],
  [hidden]: [
    ['with tabs in it', 'https://127.0.\t0.1/'],
    ['with a tab in its path', 'https://example.org/\thook'],
    ['with a line break', 'https://example.org/\nhook'],
    ['with a carriage return', 'https://exam\rple.org/'],
    ['with a control character', 'https://example.org/\u0007'],
    ['with a character of no width', 'https://exam\u200bple.org/'],
  ],
  [ownName]: [
    ['of the machine by name', 'https://localhost/'],
    ['of the machine by name, in capitals', 'https://LOCALHOST/'],
    ['of the machine by full name', 'https://localhost./'],
    ['of the machine by a longer name', 'https://waybill.localhost/'],
  ],
  [privateName]: [
    ['of the neighbourhood', 'https://printer.local/'],
    ['of the neighbourhood, in full', 'https://printer.LOCAL./'],
    ['of a cloud’s secrets, by name', 'https://metadata.google.internal/'],
    ['of a home', 'https://nas.home.arpa/'],
  ],
  [singleName]: [
    ['of one word', 'https://intranet/hook'],
    ['of one word, in full', 'https://intranet./'],
    ['of the neighbourhood’s own name', 'https://local/'],
  ],
  [privateAddress]: [
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
  ],
};

const refused = (url: string) => whyRefused(url, { allowPrivate: false });
const refusedInDevelopment = (url: string) => whyRefused(url, { allowPrivate: true });

describe('URLs that nothing is sent to', () => {
  describe.each(Object.entries(table))('A URL %s', (why, urls) => {
    it.each(urls)('%s: %j', (_, url) => {
      expect(refused(url)).toBe(why);
    });
  });

  it.each([
    'https://example.org',
    'https://example.org/hook?a=b',
    'HTTPS://Example.ORG/',
    'https://example.org./',
    'https://example.org:8443/',
    'https://example.org/a@b:c//d?e=@f:0',
    'https://xn--bcher-kva.example/',
    'https://bücher.example/',
    'https://hooks_2.example.org/',
    'https://local.example.org/',
    'https://internal-tools.example.org/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://[2606:4700::1111]:8443/',
  ])('are none of the internet’s: %s', (url) => {
    expect(refused(url)).toBeUndefined();
  });

  it.each([
    'http://127.0.0.1:3000/',
    'http://localhost/',
    'http://waybill_receiver:3000/hook',
    'https://printer.local/',
    'https://[::1]:3000/',
  ])('are none of these where private ones are allowed: %s', (url) => {
    expect(refusedInDevelopment(url)).toBeUndefined();
  });

  it.each([
    ['ftp://127.0.0.1/', 'must begin with https:// or http://'],
    ['localhost:3000', 'must begin with https:// or http://'],
    ['http:localhost', 'must have exactly two slashes after http:'],
    ['http://@localhost/', user],
    ['http://localhost:0/', port],
    ['http://*/', pattern],
    ['http://-/', host],
    ['http://local\thost/', hidden],
  ])('are malformed there too: %j', (url, why) => {
    expect(refusedInDevelopment(url)).toBe(why);
  });
});
