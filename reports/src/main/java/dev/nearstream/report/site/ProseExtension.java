package dev.nearstream.report.site;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.IndependentLinkResolverFactory;
import com.vladsch.flexmark.html.LinkResolver;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverBasicContext;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.html.renderer.ResolvedLink;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.html.MutableAttributes;
import dev.nearstream.report.render.Xml;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How pages of ours differ from what CommonMark makes of them. */
final class ProseExtension implements HtmlRenderer.HtmlRendererExtension {
    private static final Pattern LOCAL_PAGE = Pattern.compile("[^:#?]*\\.md");

    /** What Page.folded writes; text from outside has no bracket that is not escaped. */
    private static final Pattern FOLDS =
            Pattern.compile("(?:<details>\\n)?<summary>[^<>\\n]*</summary>\\s*|</details>\\s*");

    /** Keeps forges from linking what is none of theirs; here it would only stand in the way of those who search and copy. */
    private static final String BREAK = "&#8203;";

    @Override
    public void rendererOptions(MutableDataHolder options) {}

    @Override
    public void extend(HtmlRenderer.Builder builder, String rendererType) {
        builder.nodeRendererFactory(options -> renderer());
        builder.attributeProviderFactory(new IndependentAttributeProviderFactory() {
            @Override
            public AttributeProvider apply(LinkResolverContext context) {
                return ProseExtension::attributes;
            }
        });
        builder.linkResolverFactory(new IndependentLinkResolverFactory() {
            @Override
            public LinkResolver apply(LinkResolverBasicContext context) {
                return (node, basic, link) -> resolve(link);
            }
        });
    }

    private static NodeRenderer renderer() {
        return () -> Set.of(
                new NodeRenderingHandler<>(TableBlock.class, ProseExtension::table),
                new NodeRenderingHandler<>(HtmlBlock.class, ProseExtension::block),
                new NodeRenderingHandler<>(HtmlEntity.class, (node, context, html) -> entity(node, context)),
                new NodeRenderingHandler<>(HtmlCommentBlock.class, (node, context, html) -> {}),
                new NodeRenderingHandler<>(HtmlInlineComment.class, (node, context, html) -> {}));
    }

    /** A table scrolls in a box of its own, by keyboard too. */
    private static void table(TableBlock table, NodeRendererContext context, HtmlWriter html) {
        html.line();
        html.raw("<div class=\"box\" role=\"group\" tabindex=\"0\" aria-label=\"Table: " + Xml.text(heading(table))
                + "\">");
        html.line();
        context.delegateRender();
        html.line().raw("</div>").line();
    }

    /** The text of the heading that it stands under. */
    private static String heading(Node node) {
        @Nullable Node before = node.getPrevious();
        while (before != null && !(before instanceof Heading)) {
            before = before.getPrevious();
        }
        return before == null
                ? "of this page"
                : new TextCollectingVisitor().collectAndGetText(before).replace("\u200B", "");
    }

    private static void block(HtmlBlock block, NodeRendererContext context, HtmlWriter html) {
        if (FOLDS.matcher(block.getChars()).matches()) {
            html.line().raw(block.getChars().toString().strip()).line();
        } else {
            context.delegateRender();
        }
    }

    private static void entity(HtmlEntity entity, NodeRendererContext context) {
        if (!entity.getChars().toString().equals(BREAK)) {
            context.delegateRender();
        }
    }

    private static void attributes(Node node, AttributablePart part, MutableAttributes attributes) {
        if (node instanceof Heading && part.equals(AttributablePart.NODE) && attributes.contains("id")) {
            attributes.replaceValue(
                    "id", "s-" + attributes.getValue("id")); // no heading takes the place of our own ids
        } else if (node instanceof TableCell cell) {
            attributes.remove("align");
            if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
                attributes.addValue("class", "n");
            }
            if (cell.isHeader()) {
                attributes.addValue("scope", "col");
            }
        } else if (node instanceof Image image) {
            boolean large = image.getUrl().toString().contains("/"); // the trend's; a package's lies beside its page
            attributes.addValue("width", large ? "760" : "480"); // LineChart's: the page does not jump when it comes
            attributes.addValue("height", large ? "280" : "160");
        }
    }

    private static ResolvedLink resolve(ResolvedLink link) {
        String url = link.getUrl();
        return LOCAL_PAGE.matcher(url).matches() ? link.withUrl(Site.html(url)) : link;
    }
}
