// Starts the app. The wasm is fetched by the generated glue beside this file.
import init from "./app.js";

await init();
