/** The browser types of 2020 called it so; the generator's runtime still does. */
type GlobalFetch = WindowOrWorkerGlobalScope;
