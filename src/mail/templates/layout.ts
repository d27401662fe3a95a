import { escapeHtml } from '../../common/http/escape-html.js';

/** Joins lines, for subjects. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

interface Letter {
  subject: string;
  /** Plain sentences; the layout escapes them. */
  paragraphs: string[];
  button: { label: string; url: string };
  footer: string;
}

/** A mail's subject, text and HTML; it has one button. */
export function layOut({ subject, paragraphs, button, footer }: Letter) {
  const [label, url] = [escapeHtml(button.label), escapeHtml(button.url)];
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  return {
    subject: oneLine(subject),
    text: `${[...paragraphs, `${button.label}:\n${button.url}`, footer].join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(oneLine(subject))}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; color: #1b1f24; max-width: 36em; margin: 0 auto; padding: 1em">
${body}
<p><a href="${url}" style="display: inline-block; padding: 0.6em 1.2em; background: #0b5cad; color: #ffffff; text-decoration: none; border-radius: 4px">${label}</a></p>
<p style="font-size: 14px">If the button does not work, open this address:<br><a href="${url}">${url}</a></p>
<p style="font-size: 14px; color: #57606a">${escapeHtml(footer)}</p>
</body>
</html>
`,
  };
}
