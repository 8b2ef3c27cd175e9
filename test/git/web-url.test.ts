import { expect, test } from "vitest";
import { openRepository } from "../../src/git/index.js";
import { webAddress } from "../../src/git/web-url.js";
import { Scratch } from "./tiny-repository.js";

test.each([
  ["https://github.com/kubeovn/kube-ovn", "https://github.com/kubeovn/kube-ovn"],
  ["https://github.com/kubeovn/kube-ovn.git", "https://github.com/kubeovn/kube-ovn"],
  ["https://github.com/kubeovn/kube-ovn.git/", "https://github.com/kubeovn/kube-ovn"],
  ["https://ada:ghp_secret@github.com/kubeovn/kube-ovn.git", "https://github.com/kubeovn/kube-ovn"],
  ["https://x-access-token:a%40b@GitHub.com/kubeovn/kube-ovn", "https://github.com/kubeovn/kube-ovn"],
  ["https://git.example.com:8443/group/sub/kube.git", "https://git.example.com:8443/group/sub/kube"],
  ["http://localhost:3000/ada/kube", "http://localhost:3000/ada/kube"],
  ["https://example.com/kube.git?token=secret#x", "https://example.com/kube"],
  ["ssh://git@github.com/kubeovn/kube-ovn.git", "https://github.com/kubeovn/kube-ovn"],
  ["ssh://git@git.example.com:2222/group/kube.git", "https://git.example.com/group/kube"],
  ["ssh://git@ssh.github.com:443/kubeovn/kube-ovn.git", "https://github.com/kubeovn/kube-ovn"],
  ["git+ssh://git@github.com/kubeovn/kube-ovn", "https://github.com/kubeovn/kube-ovn"],
  ["git://github.com/kubeovn/kube-ovn.git", "https://github.com/kubeovn/kube-ovn"],
  ["git@github.com:kubeovn/kube-ovn.git", "https://github.com/kubeovn/kube-ovn"],
  ["org-123@github.com:kubeovn/kube-ovn", "https://github.com/kubeovn/kube-ovn"],
  ["github.com:kubeovn/kube-ovn.git", "https://github.com/kubeovn/kube-ovn"],
  ["git@git.example.com:/srv/kube.git", "https://git.example.com/srv/kube"],
  ["https://[::1]:3000/ada/kube.git", "https://[::1]:3000/ada/kube"],
  ["https://github.com/", null],
  ["/srv/git/kube.git", null],
  ["../kube", null],
  ["./a:b", null],
  ["file:///srv/git/kube.git", null],
  ["C:\\git\\kube", null],
  ["C:/git/kube", null],
  ["ext::sh -c x", null],
  ["ext::ssh git@github.com:a/b", null],
  ["", null],
])("%s is at %s", (address, expected) => {
  expect(webAddress(address)).toBe(expected);
});

test.each([
  [{}, null],
  [{ origin: "git@github.com:ada/kube-ovn.git" }, "https://github.com/ada/kube-ovn"],
  [
    { origin: "git@github.com:ada/kube-ovn.git", upstream: "https://github.com/kubeovn/kube-ovn" },
    "https://github.com/kubeovn/kube-ovn",
  ],
  [{ origin: "https://github.com/kubeovn/kube-ovn", upstream: "/srv/kube.git" }, "https://github.com/kubeovn/kube-ovn"],
  [{ "my.fork": "git@github.com:ada/kube-ovn.git" }, "https://github.com/ada/kube-ovn"],
  [{ one: "git@github.com:one/kube-ovn.git", two: "git@github.com:two/kube-ovn.git" }, null],
])("of the remotes %j, the web address is %s", async (remotes, expected) => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  for (const [name, url] of Object.entries(remotes)) kube.git("remote", "add", name, url);
  const repository = await openRepository(kube.directory);
  expect(await repository.webUrl()).toBe(expected);
  await repository.close();
});
