#include "html/foreign_names.h"

#include <algorithm>
#include <array>

#include "html/bytes.h"

namespace synoptic::html {
namespace {

using namespace std::string_view_literals;

// In the order of their lower-case forms.
constexpr std::array kElements = {"altGlyph"sv,
                                  "altGlyphDef"sv,
                                  "altGlyphItem"sv,
                                  "animateColor"sv,
                                  "animateMotion"sv,
                                  "animateTransform"sv,
                                  "clipPath"sv,
                                  "feBlend"sv,
                                  "feColorMatrix"sv,
                                  "feComponentTransfer"sv,
                                  "feComposite"sv,
                                  "feConvolveMatrix"sv,
                                  "feDiffuseLighting"sv,
                                  "feDisplacementMap"sv,
                                  "feDistantLight"sv,
                                  "feDropShadow"sv,
                                  "feFlood"sv,
                                  "feFuncA"sv,
                                  "feFuncB"sv,
                                  "feFuncG"sv,
                                  "feFuncR"sv,
                                  "feGaussianBlur"sv,
                                  "feImage"sv,
                                  "feMerge"sv,
                                  "feMergeNode"sv,
                                  "feMorphology"sv,
                                  "feOffset"sv,
                                  "fePointLight"sv,
                                  "feSpecularLighting"sv,
                                  "feSpotLight"sv,
                                  "feTile"sv,
                                  "feTurbulence"sv,
                                  "foreignObject"sv,
                                  "glyphRef"sv,
                                  "linearGradient"sv,
                                  "radialGradient"sv,
                                  "textPath"sv};

constexpr std::array kAttributes = {"attributeName"sv,
                                    "attributeType"sv,
                                    "baseFrequency"sv,
                                    "baseProfile"sv,
                                    "calcMode"sv,
                                    "clipPathUnits"sv,
                                    "diffuseConstant"sv,
                                    "edgeMode"sv,
                                    "filterUnits"sv,
                                    "glyphRef"sv,
                                    "gradientTransform"sv,
                                    "gradientUnits"sv,
                                    "kernelMatrix"sv,
                                    "kernelUnitLength"sv,
                                    "keyPoints"sv,
                                    "keySplines"sv,
                                    "keyTimes"sv,
                                    "lengthAdjust"sv,
                                    "limitingConeAngle"sv,
                                    "markerHeight"sv,
                                    "markerUnits"sv,
                                    "markerWidth"sv,
                                    "maskContentUnits"sv,
                                    "maskUnits"sv,
                                    "numOctaves"sv,
                                    "pathLength"sv,
                                    "patternContentUnits"sv,
                                    "patternTransform"sv,
                                    "patternUnits"sv,
                                    "pointsAtX"sv,
                                    "pointsAtY"sv,
                                    "pointsAtZ"sv,
                                    "preserveAlpha"sv,
                                    "preserveAspectRatio"sv,
                                    "primitiveUnits"sv,
                                    "refX"sv,
                                    "refY"sv,
                                    "repeatCount"sv,
                                    "repeatDur"sv,
                                    "requiredExtensions"sv,
                                    "requiredFeatures"sv,
                                    "specularConstant"sv,
                                    "specularExponent"sv,
                                    "spreadMethod"sv,
                                    "startOffset"sv,
                                    "stdDeviation"sv,
                                    "stitchTiles"sv,
                                    "surfaceScale"sv,
                                    "systemLanguage"sv,
                                    "tableValues"sv,
                                    "targetX"sv,
                                    "targetY"sv,
                                    "textLength"sv,
                                    "viewBox"sv,
                                    "viewTarget"sv,
                                    "xChannelSelector"sv,
                                    "yChannelSelector"sv,
                                    "zoomAndPan"sv};

constexpr bool is_before(std::string_view name, std::string_view lower_case) {
  return std::lexicographical_compare(name.begin(), name.end(), lower_case.begin(),
                                      lower_case.end(),
                                      [](char a, char b) { return lower(a) < lower(b); });
}

static_assert(std::is_sorted(kElements.begin(), kElements.end(), is_before));
static_assert(std::is_sorted(kAttributes.begin(), kAttributes.end(), is_before));

template <typename Names>
std::string_view adjusted(std::string_view name, const Names& names) {
  const auto found = std::lower_bound(names.begin(), names.end(), name, is_before);
  return found != names.end() && same_ignoring_case(name, *found) ? *found : name;
}

}  // namespace

std::string_view svg_element_name(std::string_view lower_case) {
  return adjusted(lower_case, kElements);
}
std::string_view svg_attribute_name(std::string_view lower_case) {
  return adjusted(lower_case, kAttributes);
}
std::string_view mathml_attribute_name(std::string_view lower_case) {
  return lower_case == "definitionurl" ? "definitionURL"sv : lower_case;
}

}  // namespace synoptic::html
