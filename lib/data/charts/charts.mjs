// SPDX-License-Identifier: Apache-2.0
// The parts of Vega that the figures of a report need. Expressions are interpreted, so that the policy of a page need not allow that text becomes code.
import { transforms } from "vega-dataflow";
import * as encoders from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { parse } from "vega-parser";
import * as dataTransforms from "vega-transforms";
import { extend } from "vega-util";
import { View } from "vega-view";
import * as viewTransforms from "vega-view-transforms";

extend(transforms, dataTransforms, viewTransforms, encoders);

/** The view of a Vega-Lite specification; it draws itself into options.container when it runs. */
globalThis.vegaLiteView = (specification, options) =>
  new View(parse(compile(specification).spec, null, { ast: true }), { expr: expressionInterpreter, renderer: "svg", ...options });
