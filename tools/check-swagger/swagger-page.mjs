/** A made-up id, for what nobody can know. */
const someId = '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e';

/** The documentation page in a browser, used as people use it: by its fields and buttons. */
export class SwaggerPage {
  /** What the page itself complained about: refused scripts and styles, errors of its scripts. */
  complaints = [];

  static async open(context, url) {
    const opened = new SwaggerPage();
    opened.page = await context.newPage();
    opened.page.setDefaultTimeout(60_000);
    opened.page.on('pageerror', (error) => opened.complaints.push(String(error)));
    opened.page.on('console', (line) => {
      if (/Content Security Policy/.test(line.text())) opened.complaints.push(line.text());
    });
    opened.page.on('request', (request) => {
      if (
        !request.url().startsWith(url) &&
        !request.url().startsWith('data:') &&
        !request.url().startsWith('blob:')
      )
        opened.complaints.push(`It asked ${request.url()}`);
    });
    await opened.visit(`${url}/docs`);
    return opened;
  }

  async visit(url) {
    await this.page.goto(url);
    await this.page.locator('.opblock-tag').first().waitFor();
  }

  async signIn(email, password) {
    await this.signOut();
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByLabel('E-mail', { exact: true }).fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.locator('#sign-in-form [type=submit]').click();
    await this.page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  async signOut() {
    const button = this.page.getByRole('button', { name: 'Sign out' });
    if (!(await button.isVisible())) return;
    await button.click();
    await this.page.getByRole('button', { name: 'Sign in' }).waitFor();
  }

  /** Who is signed in, as the page says it. */
  who = () => this.page.locator('#account').innerText();

  /** Waits until the page says that somebody is signed in. */
  async isSignedIn(name) {
    await this.page.locator('#account', { hasText: name }).waitFor();
  }

  /** Changes to the sandbox of whoever is signed in. */
  async enterSandbox() {
    const option = this.page.locator('#account option', { hasText: '(sandbox)' });
    await this.page.locator('#account select').selectOption(await option.first().getAttribute('value'));
    await this.page.locator('.badge.sandbox').waitFor();
  }

  /** Finds an operation and unfolds it. */
  async unfold(id) {
    const block = this.page.locator(`.opblock[id$="-${id}"]`);
    await this.page.locator('#find').fill(id);
    await block.waitFor();
    const execute = block.getByRole('button', { name: 'Execute' });
    if (!(await execute.isVisible())) await block.locator('.opblock-summary-control').click();
    await execute.waitFor();
    // What the operation refers to comes last, and empties its fields.
    await block.locator('.responses-wrapper', { hasText: 'internal_error' }).waitFor();
    return { block, execute };
  }

  /**
   * Executes an operation: with what stands in its fields, but for the values and choices given. Required fields that are empty
   * get a made-up id.
   * @returns status and body of the answer
   */
  async execute(id, { parameters = {}, choices = {}, body, file } = {}) {
    const { block, execute } = await this.unfold(id);
    for (const [name, values] of Object.entries(choices))
      await block.locator(`tr[data-param-name="${name}"] select[multiple]`).selectOption(values);
    for (const row of await block.locator('tr[data-param-in="path"]').all()) {
      const name = await row.getAttribute('data-param-name');
      const input = row.locator('input');
      if (name in parameters) await input.fill(parameters[name]);
      else if ((await input.inputValue()) === '') await input.fill(someId);
    }
    if (body) await block.locator('.body-param__text').fill(JSON.stringify(body, null, 2));
    if (file) await block.locator('input[type=file]').setInputFiles(file);
    const path = await block.locator('.opblock-summary-path').getAttribute('data-path');
    const asked = new RegExp(`${path.replaceAll('.', '\\.').replace(/{\w+}/g, '[^/?]+')}(\\?|$)`);
    const [answer] = await Promise.all([this.page.waitForResponse(asked), execute.click()]);
    const told = { status: answer.status(), body: undefined };
    // A stream does not end.
    if (!answer.headers()['content-type']?.startsWith('text/event-stream'))
      told.body = await answer.json().catch(() => undefined);
    return told;
  }
}
