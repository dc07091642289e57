# Two equal modes of σ = ½ move apart
#
# Draw pitchfork.png and pitchfork.svg again, in this folder:  gnuplot pitchfork.gnuplot
# It needs pitchfork.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,460 font 'DejaVu Sans,11'
    set output 'pitchfork.png'
    call 'pitchfork.gnuplot' 'page'
    set terminal svg noenhanced size 900,460 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'pitchfork.svg'
    call 'pitchfork.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Two equal modes of σ = ½ move apart' font ',14'

# Panel 1: Where the fits end
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.913043478
set title 'Where the fits end' font ',13' textcolor rgb '#333333'
set xlabel 'half the distance of the modes' textcolor rgb '#333333'
set ylabel 'µ of the fit' textcolor rgb '#333333'
set xrange [0.425:2.075]
set yrange [-2.24:2.24]
set xtics 0.5 format '%.1f'
set ytics 1 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'pitchfork.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#888888' title 'modes of p', \
    'pitchfork.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#888888' notitle, \
    'pitchfork.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'KL[q‖p] from the left mode', \
    'pitchfork.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' title 'KL[q‖p] from the right mode', \
    'pitchfork.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19222222' title 'KL[q‖p] from wide'

# Panel 2: What the ends cost
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.913043478
set title 'What the ends cost' font ',13' textcolor rgb '#333333'
set xlabel 'half the distance of the modes' textcolor rgb '#333333'
set ylabel 'divergence, nats' textcolor rgb '#333333'
set xrange [0.425:2.075]
set yrange [0:1.98281503]
set arrow from graph 0, first 0.693147181 to graph 1, first 0.693147181 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'log 2' at graph 0.9026, graph 0.3838 left font ',9' textcolor rgb '#333333' front
set xtics 0.5 format '%.1f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'pitchfork.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#222222' title 'KL[q‖p], covering', \
    'pitchfork.dat' index 6 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' title 'KL[q‖p], on a mode'
unset multiplot
