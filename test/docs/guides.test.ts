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
  180_000,
);

it("the test in docs/from-flask-socketio.md passes as it stands", async () => {
  const project = await writeGuideProject("docs/from-flask-socketio.md", "from-flask-socketio-test");
  onTestFinished(project.remove);
  const output = await project.test("test/chat.test.ts");
  expect(output).toContain("# pass 1");
  expect(output).toContain("# fail 0");
}, 180_000);
