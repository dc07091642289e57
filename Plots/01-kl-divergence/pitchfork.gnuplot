# Where the fit lets go of one mode
#
# Draw pitchfork.png and pitchfork.svg again, in this folder:  gnuplot pitchfork.gnuplot
# It needs pitchfork.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Where the fit lets go of one mode' font ',13' textcolor rgb '#333333'
set xlabel 'half the distance of the modes (each has σ = ½)' textcolor rgb '#333333'
set ylabel 'µ of the fit' textcolor rgb '#333333'
set xrange [0.11:2.09]
set yrange [-2.24:2.24]
set xtics 0.5 format '%.1f'
set ytics 0.5 format '%.1f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'pitchfork.png'
plot \
    'pitchfork.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#888888' title 'modes of p', \
    'pitchfork.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#888888' notitle, \
    'pitchfork.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'KL[q‖p], from the left', \
    'pitchfork.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' title 'KL[q‖p], from the right', \
    'pitchfork.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' title 'KL[p‖q]'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'pitchfork.svg'
replot
unset output
