{{/*
The context's hosts, those of `wiring.hosts` and `ingress.hosts`, and the port that is reached
under them; set in place. Stops at what is no host name or no path, and at hosts of a service
that has nothing to reach. A name of digits alone in its last label would be an address, for which
neither an Ingress nor a Gateway has a place.
Usage: {{ include "platform-common.v1.values.hosts" $context }}
*/}}
{{- define "platform-common.v1.values.hosts" -}}
{{- $chart := .root.Chart.Name -}}
{{- $hosts := list -}}
{{- range $path, $names := dict "wiring.hosts" .values.wiring.hosts "ingress.hosts" .values.ingress.hosts -}}
  {{- range $names -}}
    {{- if or (gt (len .) 253) (not (regexMatch "^([*][.])?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?[.])*[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$" .)) (regexMatch "[.][0-9]+$" .) -}}
      {{- fail (printf "%s: values: %s has %q, which is not a host name; write one such as shop.example.com or *.example.com, in lower case" $chart $path .) -}}
    {{- end -}}
    {{- $hosts = append $hosts . -}}
  {{- end -}}
{{- end -}}
{{- $_ := set . "hosts" ($hosts | uniq | sortAlpha) -}}
{{- if $hosts -}}
  {{- $choice := dict "context" . "path" "ingress.port" "name" .values.ingress.port "preferred" (list "http") "for" (printf "the host %s" (first .hosts)) -}}
  {{- include "platform-common.v1.fields.choosePort" $choice -}}
  {{- $_ := set . "hostPort" $choice.port -}}
  {{- if not (hasPrefix "/" .values.ingress.path) -}}
    {{- fail (printf "%s: values: ingress.path is %q; it begins with \"/\"" $chart .values.ingress.path) -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
"true" where an Ingress leads from the hosts to the service.
Usage: {{ if include "platform-common.v1.values.hasIngress" $context }}
*/}}
{{- define "platform-common.v1.values.hasIngress" -}}
{{- if and .hosts .values.ingress.enabled (not .values.httpRoute.enabled) -}}true{{- end -}}
{{- end -}}
