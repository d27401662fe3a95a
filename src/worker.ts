import './compile-cache.js';

const { runProcess } = await import('./run-process.js');
runProcess(() => import('./worker.process.js'));
