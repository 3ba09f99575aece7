{{/*
Composes one binding and sets "result" in place: { value }, or { secret, key } where the
template is a credential and nothing else. A credential within a text becomes $(NAME), which
Kubernetes replaces, and NAME is added to the collected credentials: so none is ever in git,
in a release, or in what is printed here.

{{ and }} are literal braces; {host}, {port} and the rest are facts of the wiring.
Usage: {{ include "platform-common.v1.fields.binding" (dict "collected" $collected "context" $context "dependency" $dependency "template" "{host}:{port}" "path" "bindings.cart.CART_ENDPOINT") }}
*/}}
{{- define "platform-common.v1.fields.binding" -}}
{{- $binding := . -}}
{{- $texts := list -}}
{{- $credentials := list -}}
{{- $tokens := list .template -}}
{{- if not (has .template (list "{host}" "{port}")) -}}
  {{- $tokens = regexFindAll "\\{\\{|\\}\\}|\\{[^{}]*\\}|[^{}]+|[{}]" .template -1 -}}
{{- end -}}
{{- range $token := $tokens -}}
  {{- if eq $token "{{" -}}
    {{- $texts = append $texts "{" -}}
  {{- else if eq $token "}}" -}}
    {{- $texts = append $texts "}" -}}
  {{- else if or (eq $token "{") (eq $token "}") -}}
    {{- fail (printf "%s: values: %s has a single %q in %q; write it twice for a literal brace" $binding.context.root.Chart.Name $binding.path $token $binding.template) -}}
  {{- else if hasPrefix "{" $token -}}
    {{- $fact := dict "binding" $binding "placeholder" (trimAll "{}" $token) -}}
    {{- include "platform-common.v1.fields.fact" $fact -}}
    {{- if $fact.credential -}}
      {{- $credentials = append $credentials $fact.credential -}}
      {{- $texts = append $texts (printf "$(%s)" $fact.credential.name) -}}
    {{- else -}}
      {{- $texts = append $texts $fact.text -}}
    {{- end -}}
  {{- else -}}
    {{- $texts = append $texts $token -}}
  {{- end -}}
{{- end -}}
{{- if and (eq (len $texts) 1) (eq (len $credentials) 1) -}}
  {{- $_ := set . "result" (omit (first $credentials) "name") -}}
{{- else -}}
  {{- range $credentials -}}
    {{- $_ := set $binding.collected.credentials .name (omit . "name") -}}
  {{- end -}}
  {{- $_ := set . "result" (dict "value" (join "" $texts)) -}}
{{- end -}}
{{- end -}}

{{/*
Finds one fact of a dependency and sets it in place: "text", or "credential" with { name,
secret, key } where the wiring says that a Secret holds it.
Usage: {{ include "platform-common.v1.fields.fact" (dict "binding" $binding "placeholder" "host") }}
*/}}
{{- define "platform-common.v1.fields.fact" -}}
{{- $binding := .binding -}}
{{- $dependency := $binding.dependency | default dict -}}
{{- if eq .placeholder "host" -}}
  {{- $_ := set . "text" $dependency.host -}}
{{- else if eq .placeholder "port" -}}
  {{- $_ := set . "text" (include "platform-common.v1.values.dependencyPort" (dict "context" $binding.context "dependency" $dependency "for" $binding.path)) -}}
{{- else -}}
{{- $secret := $dependency.secret | default dict -}}
{{- $key := get ($secret.keys | default dict) .placeholder -}}
{{- $known := list "host" "port" "username" "password" "database" "vhost" "uri" -}}
{{- if not (has .placeholder $known) -}}
  {{- fail (printf "%s: values: %s uses {%s}, which is not a placeholder; known are {%s}" $binding.context.root.Chart.Name $binding.path .placeholder (join "} {" $known)) -}}
{{- else if and $key $secret.name -}}
  {{- $name := printf "CHARTROOM_%s_%s" $dependency.name .placeholder | upper | replace "-" "_" -}}
  {{- $_ := set . "credential" (dict "name" $name "secret" $secret.name "key" $key) -}}
{{- else if and (not $key) (get $dependency .placeholder) -}}
  {{- $_ := set . "text" (get $dependency .placeholder) -}}
{{- else -}}
  {{- fail (printf "%s: values: %s uses {%s}, but wiring.dependencies.%s gives neither its value nor a Secret (secret.name) with a key for it (secret.keys.%s)" $binding.context.root.Chart.Name $binding.path .placeholder $dependency.name .placeholder) -}}
{{- end -}}
{{- end -}}
{{- end -}}
