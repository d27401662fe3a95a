import './compile-cache.js';

// Only what is imported from here on is kept compiled.
await import('./api.process.js');
