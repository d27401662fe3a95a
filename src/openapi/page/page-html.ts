/**
 * The page around Swagger UI. Its scripts and styles are files, so that its policy needs no exception.
 * @param base where the page's files are, as seen from the page: it may stand below any path
 */
export const pageHtml = (base: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Waybill API</title>
<link rel="icon" href="${base}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}swagger-ui.css">
<link rel="stylesheet" href="${base}reference.css">
<script src="${base}swagger-ui-bundle.js" defer></script>
<script type="module" src="${base}reference.js"></script>
</head>
<body>
<header class="reference-header">
<p class="brand"><img src="${base}icon.svg" alt="" width="28" height="28"> Waybill API</p>
<nav aria-label="Documentation">
<a href="${base}guide">Guide</a>
<a href="${base}guide/sdk">SDK</a>
<a href="${base}../openapi.json">OpenAPI document</a>
</nav>
<div id="account" class="account"></div>
</header>
<p id="notice" class="notice" role="status"></p>
<noscript><p class="notice">This page needs JavaScript. The document at /openapi.json does not.</p></noscript>
<div id="swagger-ui"></div>
<dialog id="sign-in" aria-labelledby="sign-in-title">
<form method="dialog" id="sign-in-form">
<h2 id="sign-in-title">Sign in</h2>
<p>What you send from this page then carries who you are.</p>
<fieldset>
<legend>With</legend>
<label><input type="radio" name="by" value="password" checked> e-mail and password</label>
<label><input type="radio" name="by" value="key"> an API key</label>
</fieldset>
<div id="by-password">
<label for="email">E-mail</label>
<input id="email" type="email" autocomplete="username" maxlength="254">
<label for="password">Password</label>
<input id="password" type="password" autocomplete="current-password" maxlength="128">
</div>
<div id="by-key" hidden>
<label for="key">API key</label>
<input id="key" type="password" autocomplete="off" spellcheck="false" maxlength="200" aria-describedby="key-hint">
<p id="key-hint" class="hint">It begins with <code>wb_live_</code> or, of a sandbox, with <code>wb_test_</code>.</p>
</div>
<p id="sign-in-problem" class="problem" role="alert"></p>
<div class="buttons">
<button id="cancel" type="button" class="plain">Cancel</button>
<button type="submit">Sign in</button>
</div>
<p class="hint">No account yet? <a id="to-sign-up" href="#/Auth/signup">Sign up</a> opens a delivery company and signs you in.</p>
</form>
</dialog>
</body>
</html>
`;
