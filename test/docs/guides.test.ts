import { expect, it, onTestFinished } from "vitest";
import { writeGuideProject } from "./guide-project.js";

it.each(["from-flask-socketio", "from-socket-io"])(
  "docs/%s.md has code that compiles as it stands",
  async (guide) => {
    const project = await writeGuideProject(`docs/${guide}.md`, guide);
    onTestFinished(project.remove);
    expect(project.homeless).toEqual([]);
    expect(await project.compile()).toBe("");
  },
  60_000,
);
