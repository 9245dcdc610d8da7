/* Takes webhooks on a free port of this machine. The secret comes by standard input; each delivery is a line of standard output:
   "told <customer> <message>" of one that the library verified, "refused <why>" of any other. Ends with standard input. */
"use strict";
const http = require("node:http");
const readline = require("node:readline");
const { Webhook } = require("standardwebhooks");

let webhook = null;
const say = (...words) => process.stdout.write(words.join(" ").replace(/[\r\n]+/g, " ") + "\n");

const server = http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    try {
      const told = webhook.verify(Buffer.concat(parts).toString("utf8"), request.headers);
      say("told", told.data.id, request.headers["webhook-id"]);
    } catch (error) {
      say("refused", error);
    }
    response.writeHead(204).end();
  });
});
readline.createInterface({ input: process.stdin }).on("line", (secret) => { webhook = new Webhook(secret); })
  .on("close", () => process.exit(0));
server.listen(0, "127.0.0.1", () => say("listening", server.address().port));
