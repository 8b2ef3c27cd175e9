import { json, notFound } from "../answer.js";
import { renderApp, renderDelivery, renderInstallation, renderRepository } from "../render.js";
import { type Call, numberOf, page, type Route } from "../route.js";
import type { Delivery, Installation } from "../state.js";
import { issueInstallationToken } from "../tokens.js";

/** What the App asks about itself, with its own token, and an installation about what it sees. */
export const appRoutes: readonly Route[] = [
  { pattern: "GET /app", by: "app", reply: ({ world }) => json(200, renderApp(world)) },
  {
    pattern: "GET /app/installations",
    by: "app",
    reply: (call) =>
      page(
        call,
        present(call).map((one) => renderInstallation(call.world, one)),
      ),
  },
  {
    pattern: "GET /app/installations/:id",
    by: "app",
    reply: (call) => {
      const found = present(call).find(({ id }) => id === numberOf(call, "id"));
      if (found === undefined) throw notFound();
      return json(200, renderInstallation(call.world, found));
    },
  },
  { pattern: "POST /app/installations/:id/access_tokens", by: "app", reply: giveToken },
  { pattern: "GET /app/hook/deliveries", by: "app", reply: listDeliveries },
  {
    pattern: "GET /app/hook/deliveries/:id",
    by: "app",
    reply: (call) => {
      const delivery = deliveryOf(call);
      return json(200, { ...renderDelivery(delivery), request: { headers: {}, payload: delivery.payload } });
    },
  },
  {
    pattern: "POST /app/hook/deliveries/:id/attempts",
    by: "app",
    reply: (call) => {
      call.world.deliveries.redeliver(deliveryOf(call));
      return json(202, {});
    },
  },
  {
    pattern: "GET /installation/repositories",
    by: "installation",
    reply: (call) => {
      const { world, token, installation } = call;
      const seen = world.state.repositories.filter(
        ({ id }) => token.repositories.includes(id) && installation.repositories.includes(id),
      );
      return page(
        call,
        seen.map((one) => renderRepository(world, one)),
        (repositories, total_count) => ({ total_count, repository_selection: "selected", repositories }),
      );
    },
  },
];

const present = ({ world }: Call): readonly Installation[] =>
  world.state.installations.filter(({ removed }) => !removed);

function giveToken(call: Call) {
  const { state } = call.world;
  const { value, permissions, repositories, expires } = issueInstallationToken(state, numberOf(call, "id"), call.body);
  const narrowed = call.body.repositories !== undefined || call.body.repository_ids !== undefined;
  const shown = state.repositories.filter(({ id }) => repositories.includes(id));
  return json(201, {
    token: value,
    expires_at: new Date(expires).toISOString().replace(/\.\d+Z$/, "Z"),
    permissions,
    repository_selection: "selected",
    ...(narrowed ? { repositories: shown.map((one) => renderRepository(call.world, one)) } : {}),
  });
}

/** The newest first; the next page is found by a cursor and not by a number. */
function listDeliveries({ world, query, path }: Call) {
  const size = Math.min(100, Number(query.get("per_page") ?? 30));
  const below = Number(query.get("cursor") ?? Number.POSITIVE_INFINITY);
  const older = world.state.deliveries.filter(({ id }) => id < below).reverse();
  const shown = older.slice(0, size);
  const next = `<${world.origin}${path}?per_page=${size}&cursor=${shown.at(-1)?.id}>; rel="next"`;
  return json(200, shown.map(renderDelivery), older.length > size ? { link: next } : {});
}

function deliveryOf(call: Call): Delivery {
  const found = call.world.state.deliveries.find(({ id }) => id === numberOf(call, "id"));
  if (found === undefined) throw notFound();
  return found;
}
