import './compile-cache.js';

// Only what is imported from here on is kept compiled.
const { runProcess } = await import('./run-process.js');
runProcess(() => import('./api.process.js'));
