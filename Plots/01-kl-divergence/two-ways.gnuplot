# Too narrow or too wide: what each divergence penalises
#
# Draw two-ways.png and two-ways.svg again, in this folder:  gnuplot two-ways.gnuplot
# It needs two-ways.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Too narrow or too wide: what each divergence penalises' font ',13' textcolor rgb '#333333'
set xlabel 'σ of q (p has 1)' textcolor rgb '#333333'
set ylabel 'divergence, nats' textcolor rgb '#333333'
set xrange [0.2:4]
set yrange [0:6]
set xtics 0.5 format '%.1f'
set ytics 1 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'two-ways.png'
plot \
    'two-ways.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'KL[q‖p]', \
    'two-ways.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'KL[p‖q]'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'two-ways.svg'
replot
unset output
