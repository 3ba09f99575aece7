{{/*
Chooses a TCP port of the service and sets it in place as "port": the one of that name, else
the first of those preferred that there is, else the first by name.
Usage: {{ include "platform-common.v1.fields.choosePort" $choice }}, with $choice
  (dict "context" $context "path" "ingress.port" "name" "" "preferred" (list "http") "for" "the host shop.example.com")
*/}}
{{- define "platform-common.v1.fields.choosePort" -}}
{{- $chart := .context.root.Chart.Name -}}
{{- $ports := dict -}}
{{- range .context.ports -}}
  {{- if eq .protocol "TCP" -}}
    {{- $_ := set $ports .name . -}}
  {{- end -}}
{{- end -}}
{{- $names := keys $ports | sortAlpha -}}
{{- $wanted := empty .name | ternary (concat .preferred $names) (list .name) -}}
{{- $found := dict -}}
{{- range $wanted -}}
  {{- if and (not $found) (hasKey $ports .) -}}
    {{- $found = get $ports . -}}
  {{- end -}}
{{- end -}}
{{- if not $names -}}
  {{- fail (printf "%s: values: %s needs a port of the service, which has none for TCP; write ports, such as { http: 8080 }" $chart .for) -}}
{{- else if not $found -}}
  {{- fail (printf "%s: values: %s is %q, but the TCP ports are %s" $chart .path .name (join ", " $names)) -}}
{{- end -}}
{{- $_ := set . "port" ($found | default (dict "name" "" "port" 0 "targetPort" 0 "protocol" "TCP")) -}}
{{- end -}}
