/** The forges: files in a directory, GitHub, GitLab, Gitea and Forgejo, behind one interface. */
@NullMarked
package dev.nearstream.pull.forge;

import org.jspecify.annotations.NullMarked;
