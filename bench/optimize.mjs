/**
 * Measures how good an order of stops the search finds in a second: against the nearest neighbour on random places, and
 * against the best there is where that is known. On a grid, walked from a corner, and on a circle no leg can be shorter
 * than the distance between neighbours, and there are ways that need no other legs.
 * Then how fairly and how shortly stops are divided among drivers, against a sweep: equal numbers of stops by their
 * direction from the start, each in the order of the nearest neighbour.
 *
 *   npm run bench:optimize -- 1000     milliseconds for each search
 */
import { howMany } from './support/arguments.mjs';
import { nearestNeighbours, orderStops } from '../build/routing/solving/order-stops.js';
import { figuresOf } from '../build/routing/solving/problem.js';
import { splitStops } from '../build/routing/solving/split-stops.js';
import { randomNumbers } from '../build/routing/solving/random.js';

const milliseconds = howMany(process.argv[2], 1_000);
const barPercent = 3;
const barStops = 200;

const random = randomNumbers(7);
const scattered = (count) => Array.from({ length: count + 1 }, () => [random() * 10_000, random() * 10_000]);
const grid = (width, height) =>
  Array.from({ length: width * height }, (_, n) => [(n % width) * 60, Math.floor(n / width) * 60]);
const circle = (count) =>
  Array.from({ length: count + 1 }, (_, n) => {
    const angle = (2 * Math.PI * n) / (count + 1);
    return [5_000 * Math.cos(angle), 5_000 * Math.sin(angle)];
  });

for (const count of [20, 100, 200, 1_000]) report(`${count} scattered`, scattered(count));
for (const [width, height] of [
  [3, 7],
  [10, 10],
  [10, 20],
])
  report(`${width * height - 1} of a grid`, mixed(grid(width, height)), (width * height - 1) * 60);
for (const count of [20, 100, 200]) {
  const places = circle(count);
  report(
    `${count} on a circle`,
    places,
    count * Math.hypot(places[1][0] - places[0][0], places[1][1] - places[0][1]),
  );
}
for (const [count, drivers] of [
  [200, 5],
  [200, 2],
  [1_000, 20],
])
  reportPlan(count, drivers);

/** Places are metres apart, driven at 10 m/s, with three minutes at each stop. */
function reportPlan(count, drivers) {
  const places = [[5_000, 5_000], ...scattered(count - 1)];
  const problemAt = (stops) => problemOf([places[0], ...stops.map((stop) => places[stop])], 0.1, 180);
  const problem = problemOf(places, 0.1, 180);
  const swept = sweep(places, drivers).map((stops) =>
    Array.from(nearestNeighbours(problemAt(stops)), (at) => stops[at - 1]),
  );
  const begun = performance.now();
  const found = splitStops(problem, drivers, { milliseconds });
  const took = performance.now() - begun;
  const [plan, floor] = [planFigures(problem, found), planFigures(problem, swept)];
  const name = `${count} among ${drivers}`.padEnd(18);
  const times = `longest ${plan.longest.toFixed(0)} min, shortest ${plan.shortest.toFixed(0)} min`;
  const sweeps = `sweep: ${floor.longest.toFixed(0)}, ${floor.shortest.toFixed(0)}`;
  const gained = `${((1 - plan.travel / floor.travel) * 100).toFixed(1)} % less driving than a sweep`;
  console.log(`${name} ${took.toFixed(0).padStart(5)} ms  ${times} (${sweeps}), ${gained}`);
}

/** In minutes. */
function planFigures(problem, routes) {
  const figures = routes.map((stops) => figuresOf(problem, stops));
  const durations = figures.map(({ duration }) => duration / 60);
  return {
    longest: Math.max(...durations),
    shortest: Math.min(...durations),
    travel: figures.reduce((sum, { travel }) => sum + travel, 0) / 60,
  };
}

function sweep([[x, y], ...places], drivers) {
  const byDirection = places
    .map(([left, top], index) => ({ stop: index + 1, angle: Math.atan2(top - y, left - x) }))
    .sort((a, b) => a.angle - b.angle)
    .map(({ stop }) => stop);
  const share = Math.ceil(byDirection.length / drivers);
  return Array.from({ length: drivers }, (_, driver) =>
    byDirection.slice(driver * share, (driver + 1) * share),
  );
}

function report(name, places, best) {
  const problem = problemOf(places);
  const nearest = figuresOf(problem, nearestNeighbours(problem)).travel;
  const begun = performance.now();
  const found = figuresOf(problem, orderStops(problem, shuffled(places.length), { milliseconds })).travel;
  const took = performance.now() - begun;
  const over = best === undefined ? undefined : (found / best - 1) * 100;
  if (over > barPercent && places.length <= barStops + 1) process.exitCode = 1;
  const gained = `${((1 - found / nearest) * 100).toFixed(1)} % shorter than the nearest neighbour`;
  const beyond = over === undefined ? '' : `, ${over.toFixed(2)} % over the best (bar ${barPercent} %)`;
  console.log(`${name.padEnd(18)} ${took.toFixed(0).padStart(5)} ms  ${gained}${beyond}`);
}

function problemOf(places, slowness = 1, atStop = 0) {
  const size = places.length;
  const travel = new Float64Array(size * size);
  places.forEach(([x, y], row) =>
    places.forEach(
      ([left, top], column) => (travel[row * size + column] = slowness * Math.hypot(x - left, y - top)),
    ),
  );
  const [service, opensAt] = [new Float64Array(size).fill(atStop, 1), new Float64Array(size)];
  return { size, travel, service, opensAt, closesAt: new Float64Array(size).fill(Infinity) };
}

/** The same places, numbered anew behind the start: of several nearest ones the first is not always the right one. */
function mixed([start, ...places]) {
  return [start, ...shuffled(places.length + 1).map((stop) => places[stop - 1])];
}

/** The stops in no order, so that the search cannot live on what it is given. */
function shuffled(size) {
  return Array.from({ length: size - 1 }, (_, n) => ({ stop: n + 1, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ stop }) => stop);
}
