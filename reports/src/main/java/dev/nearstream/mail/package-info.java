/** The owners' digests by mail: the message in text and HTML, the SMTP server that takes it, and who was told of what. */
@NullMarked
package dev.nearstream.mail;

import org.jspecify.annotations.NullMarked;
